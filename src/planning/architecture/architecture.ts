/** The shape of a dense decoder with gated feed-forward layers (SwiGLU) and grouped-query attention. */
export interface Architecture {
  readonly layers: number
  readonly width: number
  readonly heads: number
  readonly kvHeads: number
  readonly headSize: number
  readonly feedForward: number
  readonly vocabulary: number
  /** Tokens. */
  readonly sequenceLength: number
  /** Whether input and output share one vocabulary matrix. */
  readonly isTied: boolean
}

/** Parameters and compute of a shape. */
export interface ArchitectureCounts {
  /** Parameters without any vocabulary matrix, norms included. */
  readonly nonEmbedding: number
  /** The same and one vocabulary matrix. */
  readonly withHead: number
  readonly total: number
  /** FLOPs/token: 6·N + 12·layers·(heads·head size)·length, N without embeddings and norms. */
  readonly exactM: number
  /** The paper's M = 72·layers·width² + 12·layers·width·length, which takes 12·width² parameters a layer. */
  readonly formulaM: number
}

/**
 * Counts of a shape. A layer has queries and output 2·d·h·s, keys and values 2·d·k·s, and 3·d·f of feed-forward; a
 * decoder 2·d a layer and d more of norms. Sources: DeepSeek-AI 2024, arXiv:2401.02954, eq. 2; attention: Chowdhery et
 * al. 2022, arXiv:2204.02311, appendix B, not halved for causal masking.
 */
export function countsOf(shape: Architecture): ArchitectureCounts {
  const { layers, width, heads, kvHeads, headSize, feedForward, vocabulary, sequenceLength } = shape
  const attention = 2 * width * heads * headSize + 2 * width * kvHeads * headSize
  const matrices = layers * (attention + 3 * width * feedForward)
  const norms = 2 * width * layers + width
  const vocabularyMatrix = vocabulary * width
  const nonEmbedding = matrices + norms
  return {
    nonEmbedding,
    withHead: nonEmbedding + vocabularyMatrix,
    total: nonEmbedding + (shape.isTied ? 1 : 2) * vocabularyMatrix,
    exactM: 6 * matrices + 12 * layers * heads * headSize * sequenceLength,
    formulaM: 72 * layers * width ** 2 + 12 * layers * width * sequenceLength,
  }
}

/** Bytes that a model takes. */
export interface Memory {
  /** Weights in 16 bits. */
  readonly weights: number
  /** Weights, gradients, and Adam's states in mixed precision: 16 bytes a parameter. */
  readonly training: number
  /** Keys and values of one token, 16 bits each. */
  readonly cachePerToken: number
  /** Keys and values of one full sequence. */
  readonly cachePerSequence: number
}

const HALF = 2
/** 2 + 2 of weights and gradients, 4 + 4 + 4 of the 32-bit copy and Adam's two moments. */
const TRAINING = 16

/**
 * Memory of a shape, without activations. Source: Rajbhandari et al. 2020, arXiv:1910.02054, section 3.1, for the 16
 * bytes a parameter.
 */
export function memoryOf(shape: Architecture): Memory {
  const { total } = countsOf(shape)
  const cachePerToken = 2 * shape.layers * shape.kvHeads * shape.headSize * HALF
  return {
    weights: total * HALF,
    training: total * TRAINING,
    cachePerToken,
    cachePerSequence: cachePerToken * shape.sequenceLength,
  }
}

/** Devices of so many bytes each that bytes need, split evenly. */
export function devicesNeeded(bytes: number, memoryGB: number): number {
  return Math.ceil(bytes / (memoryGB * 1e9))
}
