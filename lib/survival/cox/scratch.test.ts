import { readdirSync, readFileSync } from "node:fs";
import { it } from "vitest";
import { modelConcordance } from "./concordance";
import { proportionalHazards } from "./proportionalHazards";
import { baselineHazard, predictedCurves } from "./predictedCurves";
import { quantile } from "../quantile";
import { confidenceLimits } from "../confidenceLimits";
import { stepwise } from "./stepwise";
import { bootstrapConcordance } from "./bootstrapConcordance";
import { fineGray, predictedIncidence } from "../fineGray";
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
function inputOf(j: any, s: any, cols: any) { return { time: num(cols[s.time]), cause: Uint8Array.from(num(cols[s.event])), covariates: s.covariates.map((k: any) => k.type === "numeric" ? { name: k.name, values: num(cols[k.name]) } : { name: k.name, ...codes(cols[k.name], k.levels) }) }; }
function codes2(j: any, s: any, c: string[]) { const info = s.strata.length === 1 ? j.columns.find((k: any) => k.name === s.strata[0]) : null; return codes(c, info?.levels); }
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
      if (!["cox", "stepwise", "bootstrapC", "finegray"].includes(c.kind)) continue;
      const s = c.spec, e = c.expected;
      if (c.kind === "finegray") { const cause = Uint8Array.from(num(cols[s.status])); const inp = { time: num(cols[s.time]), cause, covariates: s.covariates.map((k: any) => k.type === "numeric" ? { name: k.name, values: num(cols[k.name]) } : { name: k.name, ...codes(cols[k.name], k.levels) }) }; const r = fineGray({ ...inp, time: inp.time.map((t: number, i: number) => cols[s.status][i] === "" ? NaN : t) }, { event: s.labels.indexOf(s.cause) + 1 }); if (!r.ok) throw 1; const f = r.value;
        if (f.n !== e.n) worst.push([c.id, "n", f.n, e.n]); cmp(c.id, "ll0", f.logLikelihood.null, e.crr.loglikNull, 1e-10); cmp(c.id, "ll", f.logLikelihood.fitted, e.crr.loglik, 1e-10); e.crr.coefficients.forEach((k: any, i: number) => { const m: any = f.coefficients[i]; if (m.name !== k.name) worst.push([m.name, k.name]); cmp(c.id, "coef", m.coefficient, k.coef, 1e-7); cmp(c.id, "se", m.robustStdErr, k.se, 1e-6); cmp(c.id, "lower", m.lower, k.lower, 1e-6); cmp(c.id, "p", m.p, k.p, 1e-6); }); e.crr.vcov.flat().forEach((v: number, i: number) => cmp(c.id, "vcov", f.covariance[i], v, 1e-6));
        e.crr.predictedCIF?.forEach((p: any) => { const q = predictedIncidence(f, p.newdata); p.times.forEach((t: number, i: number) => { const k = q.time.filter((v) => v <= t).length - 1; cmp(c.id, "cif", k < 0 ? 0 : q.incidence[k], p.cif[i], 1e-7); }); }); console.log(c.id, "done"); continue; }
      if (c.kind === "stepwise") { const inp = inputOf(j, s, cols); const o = { ties: s.ties }; const bk = stepwise(inp, { criterion: "aic" }, o); if (!bk.ok) throw 1; const v = bk.value;
        const path = e.aicBackward.path; if (path.length !== v.steps.length) worst.push([c.id, "len"]);
        path.forEach((p: any, i: number) => { cmp(c.id, "aic", v.steps[i].value, p.aic, 1e-9); if ((p.removed ?? null) !== (v.steps[i].change?.term ?? null)) worst.push([c.id, "removed", p.removed, v.steps[i].change]); Object.entries(p.candidates ?? {}).forEach(([k, q]) => cmp(c.id, "cand", v.steps[i].candidates.find((z) => z.term === k)!.value, q, 1e-9)); });
        const same = (a: string[], b: string[], w: string) => { if (JSON.stringify([...a].sort()) !== JSON.stringify([...(Array.isArray(b) ? b : [b])].sort())) worst.push([c.id, w, a, b]); };
        same(v.selected, e.aicBackward.final, "final"); v.fit.coefficients.forEach((k: any, i) => { cmp(c.id, "c", k.coefficient, e.aicBackward.coefficients[i].coef, 1e-8); cmp(c.id, "se", k.stdErr, e.aicBackward.coefficients[i].se, 1e-8); });
        for (const [key, rule] of [["aicBothDirections", { criterion: "aic", direction: "both" }], ["aicForward", { criterion: "aic", direction: "forward" }], ["bicBackward", { criterion: "bic" }]] as const) { const r = stepwise(inp, rule, o); if (r.ok) { same(r.value.selected, e[key].final, key); if (e[key].aic) cmp(c.id, key, r.value.fit.aic, e[key].aic, 1e-8); } }
        for (const [key, crit] of [["pBackwardWald", "wald"], ["pBackwardLR", "likelihoodRatio"]] as const) { const r = stepwise(inp, { criterion: crit, alpha: s.alpha }, o); if (!r.ok) throw 1; same(r.value.selected, e[key].final, key); if (r.value.steps.length !== e[key].path.length + (r.value.selected.length === 0 ? 1 : 0)) worst.push([c.id, key, "len"]);
          e[key].path.forEach((p: any, i: number) => { Object.entries(p.pAll).forEach(([k, q]) => cmp(c.id, key + k, r.value.steps[i].candidates.find((z) => z.term === k)!.value, q, 1e-7)); }); r.value.fit.coefficients.forEach((k: any, i) => { cmp(c.id, "c", k.coefficient, e[key].coefficients[i].coef, 1e-8); cmp(c.id, "se", k.stdErr, e[key].coefficients[i].se, 1e-8); }); }
        console.log(c.id, "ok"); continue; }
      if (c.kind === "bootstrapC") { const inp = inputOf(j, s, cols); const r = coxRegression(inp, { ties: s.ties }); if (!r.ok) throw 1; const g = e.withGivenIndices; const t0 = performance.now(); const b = bootstrapConcordance(r.value, g.rows.map((q: any) => q.indices.map((k: number) => k - 1))); console.log(c.id, performance.now() - t0, "ms", b.failed);
        cmp(c.id, "capp", b.apparent, g.cApparent, 1e-12); g.rows.forEach((q: any, i: number) => { cmp(c.id, "cBoot" + i, b.inSample[i], q.cBoot, 1e-9); cmp(c.id, "cTest" + i, b.inOriginal[i], q.cTest, 1e-9); }); cmp(c.id, "opt", b.optimism, g.optimism, 1e-9); cmp(c.id, "corr", b.corrected, g.cCorrected, 1e-9); continue; }

      
      const strataCols = s.strata ? codes2(j, s, 
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
      if (e.basehaz) for (const [key, at] of [["uncentered", "zero"], ["centeredAtMeans", "means"]] as const) { const list = Array.isArray(e.basehaz[key]) ? e.basehaz[key] : [e.basehaz[key]]; const mine = baselineHazard(fit, at);
        list.forEach((b: any, q: number) => { const m = mine[q]; b.time.forEach((t: number, i: number) => { let k = m.time.findIndex((v) => v === t); if (k < 0) worst.push([c.id, "bh time", t]); cmp(c.id, "bh " + key, m.cumulativeHazard[k], b.cumhaz[i], 1e-7); }); }); }
      e.predictions?.forEach((pr: any) => { const curves = predictedCurves(fit, pr.newdata); const st = strataCols ? strataCols.levels.indexOf(s.strata.map((k: string) => pr.newdata[k]).join("|")) : 0; const cv = curves.find((k) => k.stratum === st)!;
        pr.times.forEach((t: number, i: number) => { const k = cv.time.filter((v) => v <= t).length - 1; const S = k < 0 ? 1 : cv.survival[k], se = k < 0 ? 0 : cv.stdErr[k]; cmp(c.id, "pS", S, pr.surv[i], 1e-7); cmp(c.id, "pse", se, pr.stdErrSurv[i], 1e-7); cmp(c.id, "pH", k < 0 ? 0 : cv.cumulativeHazard[k], pr.cumhaz[i], 1e-7);
          if (k >= 0) { const l = confidenceLimits(S, se, { type: "log" }); cmp(c.id, "plo", l.lower, pr.lower95log[i], 1e-7); cmp(c.id, "pup", l.upper, pr.upper95log[i], 1e-7); } });
        const q = quantile(cv, 0.5, { type: "log" }); const g = (v: any) => (Array.isArray(v) ? v.flat()[0] : v); const w = g(pr.median.q); if ((w === null) !== (q.kind === "notReached")) worst.push([c.id, "median", q, pr.median]); else if (q.kind === "reached") { cmp(c.id, "med", q.time, w, 0); cmp(c.id, "medl", q.lower ?? NaN, g(pr.median.lower), 0); cmp(c.id, "medu", q.upper ?? NaN, g(pr.median.upper), 0); } });
      if (e.zph) for (const tr of ["km", "identity", "rank", "log"] as const) { const z = e.zph[tr]; const m = proportionalHazards(fit, tr); if (z.rError) { console.log(c.id, tr, z.rError, m.global.chiSquare); continue; }
        const mine = [...m.terms, { ...m.global, term: "GLOBAL" }]; z.terms.forEach((t: any, i: number) => { if (t.term !== mine[i].term) worst.push([c.id, "zphname", t.term, mine[i].term]); cmp(c.id, "zph " + tr + t.term, mine[i].chiSquare, t.chisq, 1e-7); cmp(c.id, "zphdf", mine[i].df, t.df, 0); cmp(c.id, "zphp", mine[i].p, t.p, 1e-7); });
        z.perCoefficient?.forEach((t: any, i: number) => { if (t.name !== "GLOBAL") cmp(c.id, "zphc" + tr, m.coefficients[i].chiSquare, t.chisq, 1e-7); });
        if (tr === "identity" && e.residuals) m.plot.values.forEach((v, i) => cmp(c.id, "scaled", v, e.residuals.schoenfeld.scaled.flat()[i], 1e-7)); }
      console.log(c.id, fit.convergence.kind, fit.convergence.iterations, fit.notices.map((q) => q.code).join(","));
    }
  }
  console.log("compared", count, max);
  for (const w of worst) console.log(JSON.stringify(w));
});
