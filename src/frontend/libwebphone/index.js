export { default, PhoneError, testRegistration } from "./libwebphone.js"
