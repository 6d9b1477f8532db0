/** What the comments say: by the names that the comment server's script asks for, and in our own place above them. */

export const COMMENTS = {
  "isso-lang": "en",
  "isso-no-comments-text-en": "No comments yet. Be the first.",
  "isso-num-comments-text-en": "One comment\\n{{ n }} comments",
  "isso-postbox-text-text-en": "Three letters or more",
  // An example of a name would be read as one that is filled in.
  "isso-postbox-author-placeholder-text-en": " ",
  "isso-postbox-email-placeholder-text-en": " ",
  "isso-postbox-website-placeholder-text-en": " ",
  "isso-postbox-email-text-en": "E-mail (optional, never shown)",
  "isso-comment-queued-text-en": "Only you see this until a person has read it.",
};

export const COMMENTS_STATE = {
  loading: "Loading the comments.",
  shown: "A person reads each comment before it is shown. Comments are not medical advice.",
  field: "Your comment",
};
