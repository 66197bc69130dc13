/** Saves text as a file by way of the browser's download. */
export function saveText(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName.replace(/[/\\:*?"<>|]/g, '-')
  link.click()
  // The download has begun with the click; the address is no longer needed.
  URL.revokeObjectURL(address)
}
