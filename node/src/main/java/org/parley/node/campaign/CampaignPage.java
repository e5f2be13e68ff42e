package org.parley.node.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.directory.campaign.Answer;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.duties.contacts.CampaignBook;
import org.parley.formats.casefile.CsvRows;
import org.parley.node.web.Visit;

/// One round and what each State has answered, as the page shows it.
///
/// @param kept the round as it counts here
/// @param forked other texts of it under a number that was taken
/// @param rows States in the alphabetical order of the reader's language
/// @param registers whether this node opens rounds in its network
public record CampaignPage(
    Visit visit,
    CampaignBook.Kept kept,
    List<CampaignBook.Kept> forked,
    List<CampaignRow> rows,
    boolean registers) {

  public CampaignPage {
    forked = List.copyOf(forked);
    rows = List.copyOf(rows);
  }

  public Campaign campaign() {
    return kept.campaign();
  }

  /// The text that counts here and those that were said under its number or an older one.
  public List<CampaignBook.Kept> texts() {
    return Stream.concat(Stream.of(kept), forked.stream()).toList();
  }

  public String path() {
    return "/campaigns/" + campaign().year();
  }

  public boolean isPast() {
    return campaign().isPast(visit.now());
  }

  public int confirmed() {
    return (int) rows.stream().filter(CampaignRow::isConfirmed).count();
  }

  public int changed() {
    return (int)
        rows.stream().filter(row -> !row.isConfirmed() && row.answer() == Answer.CHANGED).count();
  }

  public int open() {
    return rows.size() - confirmed() - changed();
  }

  public String says(CampaignRow row) {
    return visit.words().say(row.says(isPast() || !campaign().isRunning()));
  }

  /// The table for a spreadsheet.
  String csv() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "year", "by", "state", "name", "answer", "number", "said", "attested", "otherwise"));
    for (CampaignRow row : rows) {
      lines.add(
          List.of(
              String.valueOf(campaign().year()),
              campaign().by().toString(),
              row.state().code(),
              row.name(),
              says(row),
              row.newest().map(each -> String.valueOf(each.number())).orElse(""),
              text(row.newest().map(StatedSheet::at)),
              text(row.attested()),
              text(row.otherwise())));
    }
    return CsvRows.table(lines);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
