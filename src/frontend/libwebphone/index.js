export { default, PhoneError, testLine } from "./libwebphone.js"
