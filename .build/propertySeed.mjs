import fc from "fast-check";

// The same cases in every run, so that a red run is a change of the code; PROPERTY_SEED=7 npm run test:unit looks at
// others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1958) });
