// Checks the logs of a proof of exchange with packages that are not Parley's.
package main

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(what string, err error) {
	if err != nil {
		fmt.Printf("%s: %v\n", what, err)
		os.Exit(1)
	}
}

func text(name string) string {
	bytes, err := os.ReadFile(name)
	fail(name, err)
	return string(bytes)
}

func tree(side string) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(text(side + "/log-key.txt"))
	fail(side+"/log-key.txt", err)
	opened, err := note.Open([]byte(text(side+"/checkpoint.txt")), note.VerifierList(verifier))
	fail(side+"/checkpoint.txt", err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fail(side+"/checkpoint.txt", err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	fail(side+"/checkpoint.txt", err)
	var hash tlog.Hash
	copy(hash[:], root)
	return size, hash
}

func main() {
	checked := 0
	for _, side := range []string{"sender", "receiver"} {
		if _, err := os.Stat(side + "/checkpoint.txt"); err != nil {
			continue
		}
		size, root := tree(side)
		entries, err := filepath.Glob(side + "/*.entry")
		fail(side, err)
		for _, entry := range entries {
			name := strings.TrimSuffix(entry, ".entry") + ".proof"
			var proof tlog.RecordProof
			index := int64(-1)
			for _, line := range strings.Split(text(name), "\n") {
				parts := strings.SplitN(line, " ", 2)
				switch {
				case parts[0] == "index":
					index, err = strconv.ParseInt(parts[1], 10, 64)
					fail(name, err)
				case parts[0] == "hash":
					bytes, err := hex.DecodeString(parts[1])
					fail(name, err)
					var hash tlog.Hash
					copy(hash[:], bytes)
					proof = append(proof, hash)
				}
			}
			fail(entry, tlog.CheckRecord(proof, size, root, index, tlog.RecordHash([]byte(text(entry)))))
			checked++
		}
	}
	fmt.Printf("%d entries\n", checked)
}
