// The trainer's desk: saves as people write, shows what is amiss, lets steps be dragged.
import { letChoose } from "./deskadding.js";
import { letMark } from "./deskhere.js";
import { letJump } from "./deskjumping.js";
import { letDraw } from "./deskmap.js";
import { letMove } from "./deskmoving.js";
import { letGoOn } from "./desknext.js";
import { DeskSaving } from "./desksaving.js";
import { letShow } from "./deskshowing.js";
import { letWatch } from "./deskwatching.js";

const form = document.getElementById("desk");
letShow(form);
// Saving first: nothing that comes after it may take it along.
const status = document.getElementById("saved");
const saving = new DeskSaving(form, status);
letWatch(form, saving.fields);
letMove(form);
letJump();
letMark(form);
letDraw(document.getElementById("map"));
letChoose(document.getElementById("add"));
letGoOn(form, status);

// Texts have the room they need, also in browsers that know no field-sizing.
form.addEventListener("input", ({ target: area }) => {
  if (area.matches("textarea")) while (area.scrollHeight > area.clientHeight && area.rows < 60) area.rows += 1;
});
