import { type Control, type ControlGroup, figureControls } from "../curves/controls";

/** The controls of the survival figure, without those that an incidence has no use for. */
export const incidenceControls: readonly ControlGroup[] = figureControls.map((group) => ({
  ...group,
  controls: group.controls.flatMap(ofIncidence),
}));

function ofIncidence(control: Control): Control[] {
  switch (control.kind) {
    case "choice":
      return control.choices.some(({ change }) => "scale" in change) ? [] : [control];
    case "toggle":
      return control.option === "medianLines" ? [] : [control];
    case "checks":
      return [{ ...control, choices: control.choices.filter(({ value }) => value === "patients") }];
    default:
      return [control];
  }
}
