import { App } from "./App";
import { Boundary } from "./failure/Boundary";

export default function Page() {
  return (
    <Boundary what="The page cannot be shown" of={[]}>
      <App />
    </Boundary>
  );
}
