import { type Preset, presetSchema } from "../preset";
import gps from "./gps.json";
import grim from "./grim.json";
import hammersmith from "./hammersmith.json";
import imdc from "./imdc.json";
import lmsPhase1 from "./lms-phase1.json";
import mdacc from "./mdacc.json";
import mgps from "./mgps.json";
import mskcc from "./mskcc.json";
import pmhi from "./pmhi.json";
import rmh from "./rmh.json";

/** The published scores, in the order of the menu. */
export const presets: readonly Preset[] = [lmsPhase1, rmh, mdacc, grim, hammersmith, pmhi, gps, mgps, imdc, mskcc].map(
  (data) => presetSchema.parse(data),
);

export const presetOf = (id: string | null): Preset | null => presets.find((preset) => preset.id === id) ?? null;
