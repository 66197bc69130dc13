import { countsOf, type Architecture, type ArchitectureCounts } from './architecture.ts'

/** What shapes must keep to. */
export interface ArchitectureChoices {
  /** Tokens. */
  readonly sequenceLength: number
  readonly vocabulary: number
  readonly headSize: number
  /** Key-value heads of grouped-query attention; null for one a head. */
  readonly kvHeads: number | null
  /** What width and feed-forward are multiples of. */
  readonly multiple: number
  readonly isTied: boolean
  /** Width over layers that shapes lie about; real decoders are at about 110. */
  readonly aspectRatio: number
}

/** Shapes are looked for within these multiples of the aspect ratio: 50 to 200 about 110. */
export const ASPECT = { least: 0.45, most: 1.82 } as const
/** Feed-forward over width that keeps SwiGLU at the parameters of an ungated layer of 4·width. */
const FEED_FORWARD = 8 / 3
const MOST_LAYERS = 200
const MOST_WIDTH = 65_536

/** A shape that could be trained, and how near it comes to what was asked for. */
export interface Candidate {
  readonly shape: Architecture
  readonly counts: ArchitectureCounts
  /** exact M over the M that was asked for. */
  readonly ofTarget: number
  readonly aspect: number
}

/** Why there are no shapes. */
export type NoCandidates =
  | 'head-size-does-not-divide'
  | 'heads-do-not-divide'
  | 'too-small'
  | 'too-large'

/**
 * Shapes whose exact M is near a target, FLOPs/token, best first: every width that the head size and the multiple
 * divide, with the whole number of layers that comes nearest. They are ranked by |ln(M/target)|/0.05 + |ln(aspect/usual)|:
 * five per cent of M count as much as a factor e in the aspect, width over layers, which lies within 0.45 and 1.82 times the usual.
 */
export function candidatesNear(
  target: number,
  choices: ArchitectureChoices,
  count: number,
): readonly Candidate[] | NoCandidates {
  const { headSize, multiple, kvHeads } = choices
  const step = leastCommonMultiple(headSize, multiple)
  const found: Candidate[] = []
  for (let width = step; width <= MOST_WIDTH; width += step) {
    const heads = width / headSize
    if (kvHeads !== null && heads % kvHeads !== 0) continue
    const of = (layers: number): Architecture => shapeOf({ layers, width, feedForward: 0 }, choices)
    const ofOneLayer = countsOf(of(1)).exactM
    const layers = Math.round(target / ofOneLayer)
    const aspect = width / layers
    if (layers < 1 || layers > MOST_LAYERS) continue
    const relative = aspect / choices.aspectRatio
    if (relative < ASPECT.least || relative > ASPECT.most) continue
    const shape = of(layers)
    const counts = countsOf(shape)
    found.push({ shape, counts, aspect, ofTarget: counts.exactM / target })
  }
  if (found.length === 0) {
    const ungrouped =
      kvHeads === null ? 0 : candidatesNear(target, { ...choices, kvHeads: null }, 1).length
    return ungrouped === 1
      ? 'heads-do-not-divide'
      : target < 72 * step ** 2
        ? 'too-small'
        : 'too-large'
  }
  const distance = ({ ofTarget, aspect }: Candidate): number =>
    Math.abs(Math.log(ofTarget)) / 0.05 + Math.abs(Math.log(aspect / choices.aspectRatio))
  return found.sort((one, other) => distance(one) - distance(other)).slice(0, count)
}

/** Layers, width and feed-forward that a person gives; feed-forward 0 is 8/3 of the width, rounded up. */
export interface GivenShape {
  readonly layers: number
  readonly width: number
  readonly feedForward: number
}

/** A given shape beside a target M, or why its heads cannot be. */
export function givenCandidate(
  target: number,
  choices: ArchitectureChoices,
  given: GivenShape,
): Candidate | NoCandidates {
  if (given.width % choices.headSize !== 0) return 'head-size-does-not-divide'
  const shape = shapeOf(given, choices)
  if (shape.heads % shape.kvHeads !== 0) return 'heads-do-not-divide'
  const counts = countsOf(shape)
  return { shape, counts, aspect: shape.width / shape.layers, ofTarget: counts.exactM / target }
}

function shapeOf(
  { layers, width, feedForward }: GivenShape,
  { headSize, kvHeads, multiple, vocabulary, sequenceLength, isTied }: ArchitectureChoices,
): Architecture {
  const heads = width / headSize
  return {
    ...{ layers, width, heads, headSize, kvHeads: kvHeads ?? heads },
    feedForward:
      feedForward > 0 ? feedForward : Math.ceil((FEED_FORWARD * width) / multiple) * multiple,
    ...{ vocabulary, sequenceLength, isTied },
  }
}

function leastCommonMultiple(a: number, b: number): number {
  return (a * b) / greatestCommonDivisor(a, b)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
