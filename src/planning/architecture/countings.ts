import { modelScale, sixN1, sixN2, type ModelShape } from '../../scaling/runs/modelScaleFormula.ts'

/** Shapes of DeepSeek-AI 2024, arXiv:2401.02954, Table 3. */
export const PAPER_SHAPES: readonly ModelShape[] = [
  { layers: 8, width: 512 },
  { layers: 12, width: 768 },
  { layers: 24, width: 1024 },
  { layers: 24, width: 2048 },
  { layers: 32, width: 4096 },
  { layers: 40, width: 5120 },
  { layers: 80, width: 8192 },
]
export const PAPER_VOCABULARY = 102_400
export const PAPER_LENGTH = 4096

/** Ways of counting one shape over M, by the paper's formulas. */
export interface Countings {
  readonly shape: ModelShape
  readonly n1OverM: number
  readonly n2OverM: number
}

export function countingsOf(
  shape: ModelShape,
  vocabulary: number,
  sequenceLength: number,
): Countings {
  const m = modelScale(shape, sequenceLength)
  return { shape, n1OverM: sixN1(shape) / m, n2OverM: sixN2(shape, vocabulary) / m }
}

/**
 * What a way of counting adds to the exponent of the scale from one shape to another: the change of ln(count/M) over the
 * change of ln C, where M_opt goes as C^a.
 */
export function exponentShift(
  from: { readonly ofM: number; readonly scale: number },
  to: { readonly ofM: number; readonly scale: number },
  a: number,
): number {
  return (a * Math.log(to.ofM / from.ofM)) / Math.log(to.scale / from.scale)
}
