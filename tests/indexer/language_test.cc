#include "indexer/cleaner/language.h"

#include <string>

#include <doctest/doctest.h>

namespace backfile {
namespace {

struct Row {
  std::string_view language;
  std::string_view title;
  std::string_view body;
};

constexpr Row kRows[] = {
    {"en", "Old bridge to close for repairs",
     "The council voted on Tuesday to close the old bridge for repairs. The ferry will run through "
     "the night until the work is done, and shops along the quay may stay open an hour longer."},
    {"de", "Alte Brücke wird für ein Jahr gesperrt",
     "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für ein Jahr zu sperren. Die Fähre "
     "soll auch nachts fahren, bis die Arbeiten beendet sind, sagte die Bürgermeisterin."},
    {"fr", "Le vieux pont fermé pendant un an",
     "Le conseil municipal a décidé mardi de fermer le vieux pont pendant un an. Le bac circulera "
     "toute la nuit jusqu'à la fin des travaux, a expliqué la maire devant les commerçants."},
    {"es", "El puente viejo cerrará durante un año",
     "El ayuntamiento decidió el martes cerrar el puente viejo durante un año. El transbordador "
     "funcionará toda la noche hasta que terminen las obras, según explicó la alcaldesa."},
    {"it", "Il vecchio ponte chiuso per un anno",
     "Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte per un anno. Il "
     "traghetto "
     "viaggerà anche di notte finché i lavori non saranno finiti, ha spiegato la sindaca."},
    {"pt", "Ponte velha fecha durante um ano",
     "A câmara municipal decidiu na terça-feira fechar a ponte velha durante um ano. A balsa vai "
     "funcionar a noite toda até que as obras acabem, explicou a presidente aos comerciantes."},
    {"nl", "Oude brug gaat een jaar dicht",
     "De gemeenteraad heeft dinsdag besloten om de oude brug een jaar lang af te sluiten. De "
     "veerpont blijft ook 's nachts varen totdat het werk klaar is, zei de burgemeester."},
    {"ru", "Старый мост закроют на год",
     "Городской совет во вторник решил закрыть старый мост на год. Паром будет ходить и ночью, "
     "пока "
     "не закончатся работы, объяснила глава города торговцам на набережной."},
    {"ja", "古い橋が一年間通行止めに",
     "市議会は火曜日、古い橋を一年間通行止めにすることを決めた。工事が終わるまで、渡し船は夜も"
     "運航されると市長は説明した。"},
};

TEST_CASE("language: a paragraph is enough") {
  for (const Row& row : kRows) {
    CAPTURE(row.title);
    CHECK(detect_language(row.title, row.body) == row.language);
    CHECK(detect_language({}, row.body) == row.language);
    const std::string body(row.body);
    CHECK(detect_language(row.title, body + "\n\n" + body) == row.language);
  }
}

TEST_CASE("language: nothing to tell it by") {
  for (const std::string_view text :
       {"", " ", "\n\n", "12 500 3.75 2024-11-17", "?!", "1", "...", "+++", "😀 😀 😀"}) {
    CAPTURE(text);
    CHECK(detect_language(text, {}).empty());
    CHECK(detect_language({}, text).empty());
    CHECK(detect_language(text, text).empty());
  }
}

TEST_CASE("language: a long body is looked at from its front, and cut between characters") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string body(shift, 'x');
    body += ' ';
    while (body.size() < 20000) body.append(kRows[7].body).append(" ");
    CHECK(detect_language({}, body) == "ru");
  }
  std::string changes;
  while (changes.size() < 5000) changes.append(kRows[1].body).append("\n\n");
  while (changes.size() < 50000) changes.append(kRows[2].body).append("\n\n");
  CHECK(detect_language({}, changes) == "de");
}

TEST_CASE("language: bytes that are no text do no harm") {
  const std::string zeros(100, '\0');
  CHECK_NOTHROW(detect_language(zeros, zeros));
  CHECK_NOTHROW(detect_language("\xFF\xFE\x80", std::string(5000, '\x80')));
  CHECK_NOTHROW(detect_language(std::string(100000, 'a'), std::string(100000, '<')));
}

}  // namespace
}  // namespace backfile
