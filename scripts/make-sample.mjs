import { mkdirSync, writeFileSync } from 'node:fs'
import { FILE, sampleIndex, sampleSweepCsv, SEED } from './sampleSweep.mjs'

const folder = new URL('../public/samples/', import.meta.url)
const csv = sampleSweepCsv(SEED)

mkdirSync(folder, { recursive: true })
writeFileSync(new URL(FILE, folder), csv)
writeFileSync(new URL('index.json', folder), `${JSON.stringify(sampleIndex(csv), null, 2)}\n`)
console.log(`public/samples/${FILE} and public/samples/index.json are written.`)
