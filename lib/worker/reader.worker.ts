import { expose } from "comlink";
import { readerApi } from "./readerApi";

expose(readerApi);
