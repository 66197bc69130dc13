import type { Accelerator } from '../../laws/accelerators.ts'

/** Number formats that training is done in. */
export const NUMBER_FORMATS = ['bf16', 'fp16', 'fp8'] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

/** Accelerators that work at a share of their dense peak. */
export interface Cluster {
  readonly accelerator: Accelerator
  readonly devices: number
  readonly format: NumberFormat
  /** Model FLOPs utilisation, 0..1. */
  readonly utilisation: number
}

const SECONDS_A_DAY = 86_400

/** Dense peak of one device in a format, FLOP/s; null where the chip lacks it or no source gives it. */
export function densePeak({ denseFlops }: Accelerator, format: NumberFormat): number | null {
  return denseFlops[format] ?? null
}

/** FLOPs that a cluster does in so many days; null where its chips lack the format. */
export function clusterFlops(cluster: Cluster, days: number): number | null {
  const peak = densePeak(cluster.accelerator, cluster.format)
  return peak === null ? null : peak * cluster.devices * cluster.utilisation * SECONDS_A_DAY * days
}

/**
 * Days that a cluster takes for so many FLOPs: C / (devices · peak · MFU · 86,400 s); null likewise.
 * Source: definition of MFU, Chowdhery et al. 2022, arXiv:2204.02311, appendix B.
 */
export function clusterDays(cluster: Cluster, computeFlops: number): number | null {
  const aDay = clusterFlops(cluster, 1)
  return aDay === null ? null : computeFlops / aDay
}

/** What a run costs besides time. */
export interface RunCost {
  readonly deviceHours: number
  /** In the currency of the price. */
  readonly money: number
  /** kWh; null where the power of the chip is not known. */
  readonly energy: number | null
  /** kg of CO2 equivalent; null likewise. */
  readonly carbon: number | null
}

/** Prices that a person gives. */
export interface Prices {
  /** Of one device for an hour. */
  readonly deviceHour: number
  /** Power of the whole site over that of its chips. */
  readonly powerUsage: number
  /** g of CO2 equivalent a kWh. */
  readonly carbonIntensity: number
}

/**
 * Cost of so many days: device-hours · price; kWh = device-hours · TDP · PUE, chips taken to draw their design power;
 * CO2 = kWh · intensity. Source of the form: Patterson et al. 2021, arXiv:2104.10350, section 2.
 */
export function runCost({ accelerator, devices }: Cluster, days: number, prices: Prices): RunCost {
  const deviceHours = devices * days * 24
  const energy =
    accelerator.watts === undefined
      ? null
      : (deviceHours * accelerator.watts * prices.powerUsage) / 1000
  return {
    deviceHours,
    money: deviceHours * prices.deviceHour,
    energy,
    carbon: energy === null ? null : (energy * prices.carbonIntensity) / 1000,
  }
}

/** Days that so much money buys. */
export function affordableDays(
  { devices }: Cluster,
  money: number,
  { deviceHour }: Prices,
): number {
  return money / (devices * 24 * deviceHour)
}
