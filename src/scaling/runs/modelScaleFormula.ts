/** The shape of a decoder as far as its compute depends on it. */
export interface ModelShape {
  readonly layers: number
  readonly width: number
}

/**
 * Non-embedding FLOPs/token, forward and backward, attention included and not halved for
 * causal masking: M = 72 n_layer d_model^2 + 12 n_layer d_model l_seq.
 *
 * Assumes 12 d_model^2 parameters a layer (multi-head attention, feed-forward of 8 d_model^2).
 * `sequenceLength` in tokens. Source: DeepSeek-AI 2024, arXiv:2401.02954, eq. 2.
 */
export function modelScale({ layers, width }: ModelShape, sequenceLength: number): number {
  return 72 * layers * width ** 2 + 12 * layers * width * sequenceLength
}

/** 6 N1 = 72 n_layer d_model^2, FLOPs/token: six times the non-embedding parameters (ibid.). */
export function sixN1({ layers, width }: ModelShape): number {
  return 72 * layers * width ** 2
}

/** 6 N2 = 72 n_layer d_model^2 + 6 n_vocab d_model, FLOPs/token: one vocabulary matrix more (ibid.). */
export function sixN2(shape: ModelShape, vocabularySize: number): number {
  return sixN1(shape) + 6 * vocabularySize * shape.width
}
