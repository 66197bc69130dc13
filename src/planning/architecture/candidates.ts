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

/** What a person gives of the shape; 0 is free: layers and width are looked for, feed-forward is 8/3 of the width, rounded up. */
export interface GivenShape {
  readonly layers: number
  readonly width: number
  readonly feedForward: number
}

/** A shape of which nothing is given. */
export const NOTHING_GIVEN: GivenShape = { layers: 0, width: 0, feedForward: 0 }

/**
 * Shapes whose exact M is near a target, FLOPs/token, best first: every width that the head size and the multiple
 * divide, or the one that is given, with the whole number of layers that comes nearest, or that is given. They are ranked by
 * |ln(M/target)|/0.05 + |ln(aspect/usual)|: five per cent of M count as much as a factor e in the aspect, width over layers, which lies
 * within 0.45 and 1.82 times the usual where both are looked for.
 */
export function candidatesNear(
  target: number,
  choices: ArchitectureChoices,
  count: number,
  given: GivenShape = NOTHING_GIVEN,
): readonly Candidate[] | NoCandidates {
  const { headSize, multiple, kvHeads } = choices
  if (given.width % headSize !== 0) return 'head-size-does-not-divide'
  const step = leastCommonMultiple(headSize, multiple)
  const [narrowest, widest] = given.width > 0 ? [given.width, given.width] : [step, MOST_WIDTH]
  const isFree = given.layers === 0 && given.width === 0
  const found: Candidate[] = []
  let isDivided = false
  for (let width = narrowest; width <= widest; width += step) {
    if (kvHeads !== null && (width / headSize) % kvHeads !== 0) continue
    isDivided = true
    const of = (layers: number): Architecture => shapeOf({ ...given, layers, width }, choices)
    const layers = given.layers > 0 ? given.layers : Math.round(target / countsOf(of(1)).exactM)
    if (layers < 1 || layers > Math.max(MOST_LAYERS, given.layers)) continue
    const aspect = width / layers
    const relative = aspect / choices.aspectRatio
    if (isFree && (relative < ASPECT.least || relative > ASPECT.most)) continue
    const shape = of(layers)
    const counts = countsOf(shape)
    found.push({ shape, counts, aspect, ofTarget: counts.exactM / target })
  }
  if (found.length === 0) return whyNone(target, choices, given, isDivided)
  const distance = ({ ofTarget, aspect }: Candidate): number =>
    Math.abs(Math.log(ofTarget)) / 0.05 + Math.abs(Math.log(aspect / choices.aspectRatio))
  return found.sort((one, other) => distance(one) - distance(other)).slice(0, count)
}

function whyNone(
  target: number,
  choices: ArchitectureChoices,
  given: GivenShape,
  isDivided: boolean,
): NoCandidates {
  const ungrouped = { ...choices, kvHeads: null }
  const wouldBe = choices.kvHeads === null ? [] : candidatesNear(target, ungrouped, 1, given)
  if (!isDivided || wouldBe.length === 1) return 'heads-do-not-divide'
  const narrowest =
    given.width > 0 ? given.width : leastCommonMultiple(choices.headSize, choices.multiple)
  return target < 72 * narrowest ** 2 ? 'too-small' : 'too-large'
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
