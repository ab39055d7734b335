using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Tells one administrador by mail that the provider tells nothing, or too little, of the calls.</summary>
public sealed class AvisarFluxoCalado(
    CrmDbContext db, OrganizacaoAtual atual, AvisosAosAdministradores avisos, TimeProvider relogio) : ITrabalho
{
    public static string Tipo => "avisar-fluxo-calado";

    public static bool Lento => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    /// <summary>The line is the administrador.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var (destinatario, contagem) = await db.EmTransacaoAsync(
            async () => (
                await avisos.DestinatarioAsync(linhaId, i => i.SilencioAvisadoEm != null, ct),
                await db.FluxoDoDiaAsync(relogio.GetUtcNow(), ct)),
            ct);
        var nome = atual.Exigido.Nome;
        await avisos.EnviarAsync(
            destinatario,
            $"A API4COM não reconhece as ligações de {nome}",
            $"""
            Nas últimas 24 horas foram feitas {contagem.Feitas} ligações no CrmVoip da organização {nome}, e a API4COM informou {(contagem.Encontradas == 0 ? "nenhuma" : $"só {contagem.Encontradas}")}. Sem isso faltam gravações, e a duração é a que o navegador viu.

            Confira se o token é da conta certa, se o domínio SIP é o dos ramais e se a API4COM está no ar: {avisos.Conexoes}
            """,
            ct);
        return Desfecho.Feito;
    }
}
