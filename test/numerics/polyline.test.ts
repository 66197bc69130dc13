import { describe, expect, it } from 'vitest'
import { evaluatePolyline, lowestPolyline } from '../../src/numerics/polyline.ts'

describe('a polyline through the lowest points', () => {
  it('keeps the lowest of each x, in order of x, and meets them', () => {
    const line = lowestPolyline([2, 0, 1, 1, 2], [5, 3, 2, 1, 4])
    expect(line).toEqual({ x: [0, 1, 2], y: [3, 1, 4], lowest: { x: 1, y: 1 } })
    if (line === null) return
    expect([0, 0.5, 1, 1.5, 2].map((at) => evaluatePolyline(line, at))).toEqual([3, 2, 1, 2.5, 4])
  })

  it('goes on beyond its ends as its first and last line do', () => {
    const line = { x: [0, 1, 2], y: [3, 1, 4], lowest: { x: 1, y: 1 } }
    expect(evaluatePolyline(line, -1)).toBe(5)
    expect(evaluatePolyline(line, 3)).toBe(7)
  })

  it('has its minimum at its lowest point, and none where that is an end', () => {
    const lowestOf = (y: readonly number[]) => lowestPolyline([0, 1, 2], y)?.lowest
    expect(lowestOf([3, 1, 4])).toEqual({ x: 1, y: 1 })
    expect(lowestOf([1, 2, 4])).toBeNull()
    expect(lowestOf([4, 2, 1])).toBeNull()
  })

  it('is none with fewer than three different x', () => {
    expect(lowestPolyline([0, 0, 1], [1, 2, 3])).toBeNull()
  })
})
