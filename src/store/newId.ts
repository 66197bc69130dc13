/** An id that no other page makes: kept sweeps outlive the page that made them. */
export function newId(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `${Date.now().toString(36)}-${random.toString(36)}`
}
