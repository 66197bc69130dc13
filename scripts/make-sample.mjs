import { mkdirSync, writeFileSync } from 'node:fs'
import { sampleSweepCsv, SEED, SURFACE } from './sampleSweep.mjs'

const folder = new URL('../public/samples/', import.meta.url)
const file = 'deepseek-law-synthetic.csv'

const csv = sampleSweepCsv(SEED)

const index = [
  {
    id: 'deepseek-law-synthetic',
    file,
    name: 'Synthetic sweep from DeepSeek’s law',
    synthetic: true,
    origin:
      'Synthetic: 80 runs generated from DeepSeek’s published allocation law (arXiv:2401.02954, eq. 4) with 0.3% noise. ' +
      `Where the minima lie is published; how low and how curved is assumed (E = ${SURFACE.E} bits/byte, α + β = ${(SURFACE.alpha + SURFACE.beta).toFixed(2)}). Made by scripts/make-sample.mjs, seed ${SEED}.`,
    law: 'DeepSeek-AI 2024, arXiv:2401.02954, eq. 4',
    licence: 'MIT',
    corpus: null,
    columns: csv.slice(0, csv.indexOf('\n')).split(','),
    lossUnit: 'bits/byte',
  },
]

mkdirSync(folder, { recursive: true })
writeFileSync(new URL(file, folder), csv)
writeFileSync(new URL('index.json', folder), `${JSON.stringify(index, null, 2)}\n`)
console.log(`public/samples/${file} and public/samples/index.json are written.`)
