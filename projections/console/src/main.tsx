import "@kern-ux/native/dist/kern.min.css";
import "@kern-ux/native/dist/fonts/fira-sans.css";
import "./console.css";
import { render } from "preact";
import { App } from "./App";

const place = document.getElementById("console");
if (place !== null) render(<App />, place);
