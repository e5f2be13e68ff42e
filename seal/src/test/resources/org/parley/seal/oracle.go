// Checks proofs, one a line, with packages that are not Parley's:
//
//	tree EARLIER LATER EARLIER-ROOT LATER-ROOT HASH...
//	record INDEX SIZE ENTRY-HASH ROOT HASH...
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func hash(text string) (h tlog.Hash) {
	bytes, err := hex.DecodeString(text)
	if err != nil || copy(h[:], bytes) != tlog.HashSize {
		panic(text)
	}
	return h
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	held := 0
	for lines.Scan() {
		parts := strings.Fields(lines.Text())
		one, _ := strconv.ParseInt(parts[1], 10, 64)
		other, _ := strconv.ParseInt(parts[2], 10, 64)
		var path []tlog.Hash
		for _, part := range parts[5:] {
			path = append(path, hash(part))
		}
		var err error
		if parts[0] == "tree" {
			err = tlog.CheckTree(path, other, hash(parts[4]), one, hash(parts[3]))
		} else {
			err = tlog.CheckRecord(path, other, hash(parts[4]), one, hash(parts[3]))
		}
		if err != nil {
			fmt.Println("refused:", lines.Text(), err)
			os.Exit(1)
		}
		held++
	}
	fmt.Println("held:", held)
}
