const PRIVATE_V4 = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
]
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/

/**
 * Whether a host is this machine or one of its own network, as far as its name tells: loopback, private,
 * link-local and shared addresses of both kinds, names without a dot, and endings of local names. A
 * public name that leads to such an address is not seen.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (PRIVATE_V4.some((range) => range.test(host)) && /^[\d.]+$/.test(host)) return true
  return !host.includes('.') || PRIVATE_NAME.test(host)
}

function isPrivateV6(address: string): boolean {
  if (address === '::' || address === '::1') return true
  // An address of the fourth version within one of the sixth: ::ffff:7f00:1 is 127.0.0.1.
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(address)
  if (mapped !== null) {
    const [high, low] = [parseInt(mapped[1] ?? '0', 16), parseInt(mapped[2] ?? '0', 16)]
    return isPrivateHost([high >> 8, high & 255, low >> 8, low & 255].join('.'))
  }
  return /^f[cd]|^fe[89ab]/.test(address)
}
