using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>Mails an account the link that proves its address. The link is made when it is sent: it is kept nowhere.</summary>
public sealed class EnviarConfirmacao(
    UserManager<Usuario> usuarios, ProvaDeEndereco provas, ICorreio correio, IOptions<OpcoesDoProvedor> opcoes) : ITrabalho
{
    public static string Tipo => "enviar-confirmacao";

    public static bool Lento => true;

    public static bool DaConta => true;

    /// <summary>The line is the account.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (correio.Configurado
            && await usuarios.FindByIdAsync(linhaId.ToString()) is { EmailConfirmed: false, Email: { } email } usuario
            && opcoes.Value.Endereco($"/conta/confirmar/{provas.DaConta(usuario)}") is { } link)
        {
            await correio.EnviarAsync(new Mensagem(email, "Confirme seu e-mail no CrmVoip", Texto(usuario, link)), ct);
        }

        return Desfecho.Feito;
    }

    private static string Texto(Usuario usuario, string link) =>
        $"""
        Olá, {usuario.Nome.EmUmaLinha()}.

        Para confirmar que este e-mail é seu, entre no CrmVoip por este endereço em até 24 horas:

        {link}

        Se você não tem conta no CrmVoip, ignore esta mensagem: sem o endereço acima nada é confirmado.
        """;
}

/// <summary>Asks for that link, within the quota of the account.</summary>
public sealed class PedirConfirmacao(ContasDbContext db, AgendaDaConta agenda, CotaDeCorreio cota)
{
    /// <returns>Null: it is on its way, or nothing is left to confirm.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, CancellationToken ct)
    {
        if (usuario.EmailConfirmed)
        {
            return null;
        }

        if (await cota.GastarAsync(usuario.Id, null, ct) is { } recusa)
        {
            return recusa;
        }

        await db.EmTransacaoAsync(
            async () =>
            {
                await agenda.AgendarAsync<EnviarConfirmacao>(usuario.Id, ct);
                return true;
            },
            ct);
        return null;
    }
}
