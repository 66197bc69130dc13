/**
 * The quantity along the x axis of an IsoFLOP profile: what "model scale" means.
 *
 * - `M`: non-embedding FLOPs/token, forward and backward, attention included; C = M·D
 *   (DeepSeek LLM, arXiv:2401.02954, eq. 2).
 * - `N`: parameters as the sweep gives them; unit: parameters; C ≈ 6·N·D.
 * - `6N1`: 6 × non-embedding parameters, FLOPs/token (72·n_layer·d_model²).
 * - `6N2`: 6 × (non-embedding parameters + one vocabulary matrix), FLOPs/token.
 *
 * Kaplan and Chinchilla disagree in part because they choose differently here, so the
 * choice is shown beside every number.
 */
export type ScaleMetric = 'M' | 'N' | '6N1' | '6N2'

/** Every metric, in the order in which they are offered and preferred. */
export const SCALE_METRICS: readonly ScaleMetric[] = ['M', 'N', '6N1', '6N2']
