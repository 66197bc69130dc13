export { wholeNumber as count } from '../../format/formatNumber.ts'
