import { exposeAlive } from "./alive";
import { readerApi } from "./readerApi";

exposeAlive(readerApi);
