// The trainer's desk: saves as people write, shows what is amiss, lets steps be dragged and texts have their room.
import { letGrow } from "./deskgrowing.js";
import { letJump } from "./deskjumping.js";
import { letMove } from "./deskmoving.js";
import { DeskSaving } from "./desksaving.js";
import { letShow } from "./deskshowing.js";

const form = document.getElementById("desk");
letShow(form);
letMove(form);
letGrow(form);
letJump();
new DeskSaving(form, document.getElementById("saved"));
