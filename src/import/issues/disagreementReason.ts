/**
 * Why the compute of a file may not be 6·N·D (or M·D): what the factor, or the way in which it
 * changes with the model, looks like.
 */
export type DisagreementReason =
  | 'forward-only'
  | 'tripled'
  | 'multiply-adds'
  | 'doubled'
  | 'embedding-share'
  | 'attention-share'
  | 'sequences'
  | 'power-of-thousand'
  | 'unknown'
