/**
 * The address of a file, where a person pastes that of the page that shows it: GitHub's and Hugging
 * Face's file views, and gists. Any other address is handed back as it is.
 */
export function directAddress(address: string): string {
  return address
    .replace(
      /^https?:\/\/(?:www\.)?github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+?)(?:[?#].*)?$/,
      'https://raw.githubusercontent.com/$1/$2',
    )
    .replace(
      /^https?:\/\/gist\.github\.com\/([^/]+\/[0-9a-f]+)\/?(?:[?#].*)?$/,
      'https://gist.githubusercontent.com/$1/raw',
    )
    .replace(/^(https?:\/\/huggingface\.co\/.+?)\/blob\//, '$1/resolve/')
}
