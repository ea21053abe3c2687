import { Boundary } from "./failure/Boundary";
import { App } from "./shell/App";

export default function Page() {
  return (
    <Boundary what="The page cannot be shown" of={[]}>
      <App />
    </Boundary>
  );
}
