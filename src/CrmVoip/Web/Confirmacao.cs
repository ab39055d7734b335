namespace CrmVoip.Web;

/// <summary>
/// What a dangerous action asks before it is done: rendered by `this.Tela("Confirmacao", …)`, as a page or in the dialog.
/// Acao is where the form posts, inside the organization ("/membros/{id}/desativar"); Voltar where "Cancelar" leads on a page.
/// </summary>
public sealed record Confirmacao(string Titulo, string Texto, string Botao, string Acao, string Voltar);
