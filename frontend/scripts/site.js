// What the pages gain when scripts run; each page is complete without them.

import { offerCopying } from "./copy.js";
import { offerPrinting } from "./print.js";
import { sendOnce } from "./once.js";
import { startParts } from "./parts.js";
import { fillFromLink } from "./track.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
startParts();
sendOnce(document);
fillFromLink(document);
offerCopying(document);
offerPrinting(document);
