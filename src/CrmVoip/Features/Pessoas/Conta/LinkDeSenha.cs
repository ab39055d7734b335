using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>The address where somebody sets a new password. Never made from the Host header, which whoever asks chooses.</summary>
public sealed class LinkDeSenha(TokenDeSenha tokens, IOptions<OpcoesDoProvedor> opcoes)
{
    /// <summary>Null when the operator has not said where this installation is reached.</summary>
    public string? Criar(Usuario usuario, TimeSpan validade) => Com(usuario, tokens.Gerar(usuario, validade));

    /// <summary>The same, for a mail and nowhere else shown.</summary>
    public string? CriarParaCorreio(Usuario usuario, TimeSpan validade) => Com(usuario, tokens.GerarParaCorreio(usuario, validade));

    private string? Com(Usuario usuario, string token) => opcoes.Value.Endereco($"/conta/redefinir/{usuario.Id}/{token}");
}
