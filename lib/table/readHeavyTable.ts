export { readTable as readHeavyTable } from "./readTable";
