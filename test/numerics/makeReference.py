"""Makes test/numerics/reference.json with NumPy: run `python3 test/numerics/makeReference.py`."""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(7)
x = np.sort(rng.uniform(18, 24, 11))
y = 3.1 + 0.08 * (x - 21.3) ** 2 + 0.01 * rng.standard_normal(11)
centred = x - x.mean()
c2, c1, c0 = np.polyfit(centred, y, 2)
fit = np.polyval([c2, c1, c0], centred)
parabola = {
    "minimumX": x.mean() - c1 / (2 * c2),
    "minimumY": c0 - c1**2 / (4 * c2),
    "rSquared": 1 - ((y - fit) ** 2).sum() / ((y - y.mean()) ** 2).sum(),
}
z = 0.52 * x - 3 + 0.05 * rng.standard_normal(11)
(slope, intercept), covariance = np.polyfit(x, z, 1, cov=True)
line = {"slope": slope, "intercept": intercept, "slopeStandardError": covariance[0, 0] ** 0.5}
sample = rng.standard_normal(257)
low, high = np.quantile(sample, [0.025, 0.975])
out = {
    "numpy": np.__version__,
    "x": x.tolist(),
    "y": y.tolist(),
    "parabola": parabola,
    "z": z.tolist(),
    "line": line,
    "sample": sample.tolist(),
    "percentiles95": {"low": low, "high": high},
}
path = pathlib.Path(__file__).with_name("reference.json")
path.write_text(json.dumps(out, indent=1) + "\n")
