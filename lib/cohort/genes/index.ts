export { sampleName } from "./matrix";
export { proposeGenes } from "./propose";
export { type GeneFiles, geneSources } from "./read";
export { type GeneSource, geneBits, type Remark } from "./source";
export { symbolKey } from "./symbols";
export { ANY, bitOf, classesIn, classNames, maskOf, TESTED } from "./words";
