export { readOne as read, showOne as show } from "../../js/inputs.js";
