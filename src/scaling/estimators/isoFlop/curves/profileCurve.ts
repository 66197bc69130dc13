import { akimaMinimum, evaluateAkima, type AkimaCurve } from '../../../../numerics/akima.ts'
import { evaluatePolyline, type Polyline } from '../../../../numerics/polyline.ts'
import {
  evaluateShapedCurve,
  shapedMinimum,
  type ShapedCurve,
} from '../../../../numerics/shapedCurve.ts'
import {
  evaluateParabola,
  parabolaMinimum,
  type ParabolaCoefficients,
} from '../../../../numerics/weightedParabola.ts'

/** A budget's fitted curve: loss against ln x, x the scale or the tokens. Plain data. */
export type CurveForm =
  | ({ readonly kind: 'parabola' } & ParabolaCoefficients)
  | ({ readonly kind: 'shape' } & ShapedCurve)
  | ({ readonly kind: 'akima' } & AkimaCurve)
  | ({ readonly kind: 'polyline' } & Polyline)

export type ProfileCurve = CurveForm & {
  /** Coefficient of determination, weighted as the fit is; 1 where the loss is constant and met. */
  readonly rSquared: number
}

/** Loss of a curve at ln x. */
export function evaluateCurve(curve: CurveForm, logX: number): number {
  switch (curve.kind) {
    case 'parabola':
      return evaluateParabola(curve, logX)
    case 'shape':
      return evaluateShapedCurve(curve, logX)
    case 'akima':
      return evaluateAkima(curve, logX)
    case 'polyline':
      return evaluatePolyline(curve, logX)
  }
}

/** Where a curve is lowest, in ln x, and how low; null where it has no minimum. */
export function curveMinimum(curve: CurveForm): { readonly x: number; readonly y: number } | null {
  switch (curve.kind) {
    case 'parabola':
      return parabolaMinimum(curve)
    case 'shape':
      return shapedMinimum(curve)
    case 'akima':
      return akimaMinimum(curve)
    case 'polyline':
      return curve.lowest
  }
}
