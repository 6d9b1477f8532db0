/** What the script for sharing says. These words are fetched with it: few readers need them, and each page would carry them. */

export const SHARE = {
  linkCopied: "Link copied",
  linkToCopied: "Link copied: ",
  linkTo: "Copy link to: ",
  citationCopied: "Citation copied",
  byHand: "Copy this:",
  parts: "Part of the page",
  wholePage: "The whole page",
};
