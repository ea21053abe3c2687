import { expose } from "comlink";
import { verificationApi } from "./verificationApi";

expose(verificationApi);
