import { readdirSync, readFileSync } from "node:fs";
import { it } from "vitest";
import { modelConcordance } from "./concordance";
import { coxRegression } from "./coxRegression";
import {
  devianceResiduals,
  dfbetaResiduals,
  martingaleResiduals,
  schoenfeldResiduals,
  scoreResiduals,
} from "./residuals";

const dir = new URL("../reference/", import.meta.url);
function csv(text: string) {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((l) => {
      const out: string[] = [];
      let cur = "",
        q = false;
      for (const ch of l) {
        if (ch === '"') q = !q;
        else if (ch === "," && !q) {
          out.push(cur);
          cur = "";
        } else cur += ch;
      }
      out.push(cur);
      return out;
    });
  const head = lines[0];
  const cols: Record<string, string[]> = {};
  head.forEach((h, j) => {
    cols[h] = lines.slice(1).map((r) => r[j]);
  });
  return cols;
}
const num = (c: string[]) => Float64Array.from(c, (v) => (v === "" ? NaN : +v));
const codes = (c: string[], levels?: string[]) => {
  const lv = levels ?? [...new Set(c.filter((v) => v !== ""))].sort();
  return { levels: lv, codes: Int32Array.from(c, (v) => lv.indexOf(v)) };
};
const worst: any[] = [];
let count = 0,
  max = 0;
function cmp(id: string, what: string, a: number, b: any, tol: number) {
  if (b === null || b === undefined || b === "NaN") return;
  if (b === "Inf") b = Infinity;
  count++;
  const d = Math.abs(a - b);
  const rel = d / Math.max(Math.abs(b), 1e-300);
  if (d > 1e-10 && rel > max) max = rel;
  if (!(a === b || rel <= tol || d <= 1e-10)) worst.push([id, what, a, b, rel]);
}
it("x", () => {
  for (const f of readdirSync(new URL("expected", dir))) {
    if (f[0] === "_") continue;
    const j = JSON.parse(readFileSync(new URL("expected/" + f, dir), "utf8"));
    const cols = csv(readFileSync(new URL(j.csv, dir), "utf8"));
    for (const c of j.cases) {
      if (c.kind !== "cox") continue;
      const s = c.spec,
        e = c.expected;
      const strataCols = s.strata
        ? codes(
            cols[s.strata[0]].map((_: any, i: number) =>
              s.strata.some((k: string) => cols[k][i] === "") ? "" : s.strata.map((k: string) => cols[k][i]).join("|"),
            ),
          )
        : undefined;
      const input = {
        time: num(cols[s.time]),
        cause: Uint8Array.from(num(cols[s.event])),
        entry: s.entry ? num(cols[s.entry]) : undefined,
        weight: s.weights ? num(cols[s.weights]) : undefined,
        weightKind: "sampling" as const,
        strata: strataCols?.codes,
        cluster: s.cluster ? codes(cols[s.cluster]).codes : undefined,
        covariates: s.covariates.map((k: any) =>
          k.type === "numeric"
            ? { name: k.name, values: num(cols[k.name]) }
            : { name: k.name, ...codes(cols[k.name], k.levels) },
        ),
      };
      const r = coxRegression(input, { ties: s.ties, level: s.confLevel, robust: !!e.robustScore });
      if (!r.ok) {
        console.log(c.id, "FAILED", r.problem);
        continue;
      }
      const fit = r.value;
      if (fit.n !== e.n || fit.events !== e.events || fit.dropped.missing + fit.dropped.emptyInterval !== e.nDropped)
        worst.push([c.id, "n", fit.n, e.n, fit.events, e.events]);
      cmp(c.id, "ll0", fit.logLikelihood.null, e.loglikNull, 1e-10);
      cmp(c.id, "ll", fit.logLikelihood.fitted, e.loglik, 1e-10);
      cmp(c.id, "lr", fit.likelihoodRatio.chiSquare, e.lrt.chisq, 1e-8);
      cmp(c.id, "wald", fit.wald.chiSquare, e.wald.chisq, 1e-8);
      cmp(c.id, "score", fit.score.chiSquare, e.score.chisq, 1e-8);
      cmp(c.id, "waldp", fit.wald.p, e.wald.p, 1e-8);
      cmp(c.id, "df", fit.wald.df, e.wald.df, 0);
      if (e.robustScore) cmp(c.id, "rscore", fit.robustScore!.chiSquare, e.robustScore.chisq, 1e-8);
      cmp(c.id, "aic", fit.aic, e.aic, 1e-10);
      cmp(c.id, "bic", fit.bic, e.bic, 1e-10);
      e.coefficients.forEach((k: any, i: number) => {
        const m: any = fit.coefficients[i];
        if (m.name !== k.name) worst.push([c.id, "name", m.name, k.name]);
        cmp(c.id, "coef " + k.name, m.coefficient, k.coef, 1e-8);
        cmp(c.id, "se", m.stdErr, k.se, 1e-8);
        if (k.robustSE) cmp(c.id, "rse", m.robustStdErr, k.robustSE, 1e-8);
        cmp(c.id, "z", m.z, k.z, 1e-8);
        cmp(c.id, "p", m.p, k.p, 1e-7);
        cmp(c.id, "lower", m.lower, k.lower, 1e-8);
        cmp(c.id, "upper", m.upper, k.upper, 1e-8);
      });
      e.vcov.flat().forEach((v: number, i: number) => cmp(c.id, "vcov", fit.covariance[i], v, 1e-8));
      e.means.forEach((v: number, i: number) => cmp(c.id, "means", fit.model.standardized.means[i], v, 1e-12));
      e.termTests?.forEach((t: any, i: number) => cmp(c.id, "term", fit.terms[i].chiSquare, t.waldChisq, 1e-8));
      const k = modelConcordance(fit),
        ec = e.concordance;
      cmp(c.id, "C", k.c, ec.c, 1e-12);
      cmp(c.id, "Cse", k.stdErr, ec.se, 1e-8);
      cmp(c.id, "con", k.concordant, ec.concordant, 1e-12);
      cmp(c.id, "dis", k.discordant, ec.discordant, 1e-12);
      cmp(c.id, "tx", k.tiedMarker, ec.tiedX, 1e-12);
      cmp(c.id, "ty", k.tiedTime, ec.tiedY, 1e-12);
      cmp(c.id, "txy", k.tiedBoth, ec.tiedXY, 1e-12);
      if (e.residuals) {
        const keep = (v: Float64Array) => v.filter((x) => !Number.isNaN(x));
        keep(martingaleResiduals(fit)).forEach((v, i) => cmp(c.id, "mart", v, e.residuals.martingale[i], 1e-9));
        keep(devianceResiduals(fit)).forEach((v, i) => cmp(c.id, "dev", v, e.residuals.deviance[i], 1e-7));
        keep(scoreResiduals(fit).values).forEach((v, i) => cmp(c.id, "scoreres", v, e.residuals.score.flat()[i], 1e-7));
        keep(dfbetaResiduals(fit).values).forEach((v, i) => cmp(c.id, "dfbeta", v, e.residuals.dfbeta.flat()[i], 1e-7));
        schoenfeldResiduals(fit).values.forEach((v, i) =>
          cmp(c.id, "schoen", v, e.residuals.schoenfeld.values.flat()[i], 1e-7),
        );
      }
      console.log(c.id, fit.convergence.kind, fit.convergence.iterations, fit.notices.map((q) => q.code).join(","));
    }
  }
  console.log("compared", count, max);
  for (const w of worst) console.log(JSON.stringify(w));
});
