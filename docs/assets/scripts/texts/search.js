/** What the search says, by the names that the theme's bundle asks for. Fetched with the search, as few readers need it. */

export const SEARCH = {
  "search.result.placeholder": "Type to start searching",
  "search.result.none": "Nothing found. Try another word.",
  "search.result.one": "Found on 1 page",
  "search.result.other": "Found on # pages",
  "search.result.more.one": "1 more on this page",
  "search.result.more.other": "# more on this page",
  "search.result.term.missing": "Missing",
};
