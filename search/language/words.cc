// Lists that languages need where the dictionary has no answer.
#include "search/language/words.h"

#include <algorithm>
#include <iterator>

namespace kronika {
namespace {

// Sorted, folded.
constexpr std::string_view polish_stop_words[] = {
    "a",     "aby",    "ale",   "albo",  "ani",     "az",     "bardzo",  "beda",    "bedzie",  "bez",     "bo",
    "by",    "byc",    "byl",   "byla",  "byli",    "bylo",   "byly",    "byt",     "chociaz", "choc",    "ci",
    "co",    "czy",    "czyli", "dla",   "do",      "gdy",    "gdyz",    "gdzie",   "go",      "i",       "ich",
    "im",    "inne",   "iz",    "ja",    "jak",     "jaka",   "jaki",    "jakich",  "jakie",   "jakiego", "jakiej",
    "jakim", "jako",   "je",    "jego",  "jej",     "jest",   "jeszcze", "jezeli",  "jesli",   "juz",     "kiedy",
    "kim",   "kto",    "ktora", "ktore", "ktorego", "ktorej", "ktory",   "ktorych", "ktorym",  "ktorymi", "ku",
    "lub",   "ma",     "maja",  "mi",    "mial",    "mnie",   "moga",    "moze",    "mozna",   "mu",      "my",
    "na",    "nad",    "nam",   "nas",   "nia",     "nich",   "nie",     "niego",   "niej",    "nim",     "nimi",
    "niz",   "no",     "o",     "od",    "on",      "ona",    "one",     "oni",     "ono",     "oraz",    "po",
    "pod",   "poza",   "przed", "przez", "przy",    "sa",     "sam",     "se",      "sie",     "swoj",    "swoja",
    "swoje", "swojej", "swych", "ta",    "tak",     "taki",   "takich",  "takie",   "takze",   "tam",     "te",
    "tego",  "tej",    "ten",   "tez",   "to",      "ty",     "tych",    "tylko",   "tym",     "tymi",    "u",
    "w",     "we",     "wiec",  "wsrod", "wy",      "z",      "za",      "zas",     "ze",      "zeby"};

constexpr std::string_view english_stop_words[] = {
    "a",    "an",   "and",   "are",   "as",   "at",    "be",    "but",  "by",   "can", "did", "do",  "does",
    "for",  "from", "had",   "has",   "have", "he",    "her",   "his",  "how",  "i",   "if",  "in",  "into",
    "is",   "it",   "its",   "me",    "my",   "no",    "not",   "of",   "on",   "or",  "our", "she", "so",
    "such", "that", "the",   "their", "then", "there", "these", "they", "this", "to",  "was", "we",  "were",
    "what", "when", "where", "which", "who",  "will",  "with",  "you",  "your"};

constexpr std::string_view ukrainian_stop_words[] = {
    "а",    "або",   "але", "б",     "би",   "був",   "була", "були", "було", "бути", "в",    "вам",   "вас",
    "вже",  "ви",    "від", "він",   "вона", "вони",  "воно", "все",  "всі",  "де",   "для",  "до",    "є",
    "ж",    "за",    "з",   "зі",    "і",    "із",    "иого", "иому", "и",    "іі",   "ім",   "іх",    "коли",
    "крім", "ми",    "між", "може",  "на",   "над",   "нам",  "нас",  "не",   "неі",  "нею",  "ні",    "ним",
    "них",  "о",     "об",  "перед", "під",  "після", "по",   "при",  "про",  "та",   "так",  "також", "там",
    "те",   "ти",    "тих", "то",    "тои",  "тому",  "у",    "хто",  "це",   "цеи",  "цих",  "ці",    "цього",
    "ця",   "через", "чи",  "що",    "щоб",  "як",    "яка",  "яке",  "якии", "які",  "яких", "якщо"};

// Longest first, so that the first that fits is the one to take.
constexpr std::string_view polish_endings[] = {
    "iejszego", "iejszych", "owiczach", "owaniem", "owania", "owanie", "ajacego", "ajacych", "iejszy", "owskiego",
    "owskich",  "owymi",    "owemu",    "owego",   "owych",  "owej",   "owym",    "iami",    "ami",    "ach",
    "ego",      "emu",      "imi",      "ymi",     "owi",    "iem",    "iom",     "ich",     "ych",    "iej",
    "owa",      "owe",      "owy",      "ow",      "om",     "em",     "ej",      "im",      "ym",     "ie",
    "ia",       "iu",       "ii",       "mi",      "a",      "e",      "i",       "o",       "u",      "y"};

template <std::size_t size>
bool contains(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::size_t least_letters = 3;

}  // namespace

bool is_stop_word(std::string_view folded, std::string_view language) {
  if (language == "pl") return contains(polish_stop_words, folded);
  if (language == "en") return contains(english_stop_words, folded);
  if (language == "uk") return contains(ukrainian_stop_words, folded);
  return false;
}

std::string_view strip_polish_ending(std::string_view folded) {
  if (std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; })) return folded;
  for (const std::string_view ending : polish_endings)
    if (folded.size() >= ending.size() + least_letters && folded.ends_with(ending))
      return folded.substr(0, folded.size() - ending.size());
  return folded;
}

}  // namespace kronika
