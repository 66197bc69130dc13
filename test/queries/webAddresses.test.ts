import { describe, expect, it } from 'vitest'
import { directAddress } from '../../src/queries/directAddress.ts'
import { isPrivateHost } from '../../src/queries/privateAddress.ts'
import { PUBLIC_SWEEPS } from '../../src/queries/publicSweeps.ts'

describe('directAddress', () => {
  it.each([
    [
      'https://github.com/o/r/blob/main/data/a%20b.csv?plain=1#L3',
      'https://raw.githubusercontent.com/o/r/main/data/a%20b.csv',
    ],
    [
      'https://gist.github.com/me/0123456789abcdef',
      'https://gist.githubusercontent.com/me/0123456789abcdef/raw',
    ],
    [
      'https://huggingface.co/datasets/o/r/blob/main/x.parquet',
      'https://huggingface.co/datasets/o/r/resolve/main/x.parquet',
    ],
    ['https://example.org/blob/runs.csv', 'https://example.org/blob/runs.csv'],
  ])('of %s is %s', (page, file) => {
    expect(directAddress(page)).toBe(file)
  })
})

describe('isPrivateHost', () => {
  const hostOf = (address: string) => new URL(address).hostname

  it.each([
    ...['http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]/', 'http://0.0.0.0/'],
    ...['http://10.1.2.3/', 'http://172.16.0.1/', 'http://172.31.255.1/', 'http://192.168.1.1/'],
    ...['http://169.254.169.254/', 'http://100.64.0.1/', 'http://[fe80::1]/', 'http://[fd00::1]/'],
    ...['http://router/', 'http://printer.local/', 'http://db.internal/', 'http://a.localhost/'],
    // Other ways to write loopback, which a URL makes the same of.
    ...['http://2130706433/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/', 'http://LOCALHOST./'],
  ])('is true of %s', (address) => {
    expect(isPrivateHost(hostOf(address))).toBe(true)
  })

  it.each([
    ...['https://example.org/', 'https://8.8.8.8/', 'https://172.32.0.1/', 'https://100.128.0.1/'],
    ...[
      'https://raw.githubusercontent.com/',
      'https://[2606:4700::1111]/',
      'https://10.example.com/',
    ],
    ...['https://localhost.example.org/', 'https://[::ffff:8.8.8.8]/'],
  ])('is false of %s', (address) => {
    expect(isPrivateHost(hostOf(address))).toBe(false)
  })
})

describe('the public sweeps', () => {
  it('each have an id of their own, a direct address, a licence and a citation', () => {
    expect(PUBLIC_SWEEPS.length).toBeGreaterThan(5)
    expect(new Set(PUBLIC_SWEEPS.map(({ id }) => id)).size).toBe(PUBLIC_SWEEPS.length)
    for (const sweep of PUBLIC_SWEEPS) {
      expect(new URL(sweep.url).protocol).toBe('https:')
      expect(directAddress(sweep.url)).toBe(sweep.url)
      for (const text of Object.values(sweep)) expect(text).not.toBe('')
    }
  })
})
