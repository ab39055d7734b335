using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

/// <summary>The link by which somebody sets a new password, for an installation that sends no e-mail: the operator hands it over.</summary>
public sealed class LinkDoOperador(UserManager<Usuario> usuarios, LinkDeSenha links, RegistroDeConta registro)
{
    public static readonly TimeSpan Validade = TimeSpan.FromHours(24);

    /// <returns>The exit code of `CrmVoip redefinir EMAIL`.</returns>
    public async Task<int> EscreverAsync(string? email, TextWriter saida, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(email) || await usuarios.FindByEmailAsync(Digitado.Limpar(email)) is not { } usuario)
        {
            await saida.WriteLineAsync($"No account has the e-mail “{email}”. Usage: CrmVoip redefinir EMAIL");
            return 1;
        }

        if (links.Criar(usuario, Validade) is not { } link)
        {
            await saida.WriteLineAsync("Crm:UrlPublica is not set: the link starts with it.");
            return 1;
        }

        await registro.GravarAsync(new EventoDeConta(usuario.Id, Acoes.Conta.RecuperacaoPedida) { Agente = EventoDeConta.AgenteDoOperador }, ct);
        await saida.WriteLineAsync($"Valid for 24 hours, once:\n{link}");
        return 0;
    }
}
