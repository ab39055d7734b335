using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Tells one administrador by mail that the provider tells nothing, or too little, of the calls. Written when it is sent: healed meanwhile, it is not sent.</summary>
public sealed class AvisarFluxoCalado(
    CrmDbContext db, OrganizacaoAtual atual, ICorreio correio, TimeProvider relogio, IOptions<OpcoesDoProvedor> opcoes) : ITrabalho
{
    private static readonly TimeSpan _dia = TimeSpan.FromHours(24);

    public static string Tipo => "avisar-fluxo-calado";

    public static bool Lento => true;

    // Half a day of a mail server that is down.
    public static int TentativasMaximo => 34;

    /// <summary>The line is the administrador.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var (destino, contagem) = await db.EmTransacaoAsync(
            async () => (
                await db.Membros
                    .Where(m => m.UsuarioId == linhaId && m.Papel == Papel.Administrador && m.Ativo && db.Integracoes.Any(i => i.SilencioAvisadoEm != null))
                    .Select(m => new { m.Nome, m.Email })
                    .SingleOrDefaultAsync(ct),
                await db.ContarFluxoAsync(agora - _dia, agora, ct)),
            ct);
        if (destino is not null && correio.Configurado)
        {
            await correio.EnviarAsync(
                new Mensagem(destino.Email, $"A API4COM não reconhece as ligações de {atual.Exigido.Nome}", Texto(destino.Nome, contagem)), ct);
        }

        return Desfecho.Feito;
    }

    private string Texto(string nome, ContagemDoFluxo contagem)
    {
        var onde = opcoes.Value.UrlPublica is { Length: > 0 } url
            ? $"{url.TrimEnd('/')}/o/{atual.Exigido.Slug}/conexoes"
            : "Conexões, no menu do CrmVoip";
        return $"""
            Olá, {nome}.

            Nas últimas 24 horas foram feitas {contagem.Feitas} ligações no CrmVoip da organização {atual.Exigido.Nome}, e a API4COM informou {(contagem.Encontradas == 0 ? "nenhuma" : $"só {contagem.Encontradas}")}. Sem isso faltam gravações, e a duração é a que o navegador viu.

            Confira se o token é da conta certa, se o domínio SIP é o dos ramais e se a API4COM está no ar: {onde}

            Esta mensagem é enviada uma vez a cada administrador da organização.
            """;
    }
}
