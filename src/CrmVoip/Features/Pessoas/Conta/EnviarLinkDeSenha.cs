using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Text;
using CrmVoip.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Mails the link to the account of that address, if there is one and it has not asked too often. The link is made when it is
/// sent: it is kept nowhere.
/// </summary>
public sealed class EnviarLinkDeSenha(
    UserManager<Usuario> usuarios, ContasDbContext db, LinkDeSenha links, CotaDeCorreio cota, ICorreio correio, TimeProvider relogio) : ITrabalho
{
    public const int PorHora = 3;

    // Who still waits asks again; a link that comes the next day is a fright.
    private static readonly TimeSpan _validade = TimeSpan.FromHours(1);

    public static string Tipo => "enviar-link-de-senha";

    public static bool Lento => true;

    public static bool DaConta => true;

    // More than the hour after which it is dropped.
    public static int TentativasMaximo => 16;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (await db.PedidosDeRecuperacao.SingleOrDefaultAsync(p => p.Id == linhaId, ct) is not { } pedido)
        {
            return Desfecho.Feito;
        }

        if (relogio.GetUtcNow() - pedido.CriadoEm < _validade && await DestinatarioAsync(pedido, ct) is { Email: { } email } usuario
            && links.CriarParaCorreio(usuario, TokenDeSenha.ValidadePadrao) is { } link)
        {
            await correio.EnviarAsync(new Mensagem(email, "Trocar a senha do CrmVoip", Texto(usuario, link)), ct);
        }

        db.Remove(pedido);
        await db.SaveChangesAsync(ct);
        return Desfecho.Feito;
    }

    private async Task<Usuario?> DestinatarioAsync(PedidoDeRecuperacao pedido, CancellationToken ct)
    {
        var usuario = await usuarios.FindByEmailAsync(pedido.Email);
        if (usuario is null || pedido.RegistradoEm is not null)
        {
            return usuario;
        }

        if (await DemaisAsync(usuario.Id, ct) || !await cota.GastarDoEnderecoAsync(pedido.Email, ct))
        {
            return null;
        }

        pedido.RegistradoEm = relogio.GetUtcNow();
        db.Add(new EventoDeConta(usuario.Id, Acoes.Conta.RecuperacaoPedida) { Ip = pedido.Ip, Agente = pedido.Agente });
        await db.SaveChangesAsync(ct);
        return usuario;
    }

    // Somebody else's mailbox must not be filled from here.
    private async Task<bool> DemaisAsync(Guid usuarioId, CancellationToken ct)
    {
        var desde = relogio.GetUtcNow().AddHours(-1);
        return await db.EventosDeConta.CountAsync(
            e => e.UsuarioId == usuarioId && e.Acao == Acoes.Conta.RecuperacaoPedida && e.OcorridoEm > desde, ct) >= PorHora;
    }

    private static string Texto(Usuario usuario, string link) =>
        $"""
        Olá, {usuario.Nome.EmUmaLinha()}.

        Alguém pediu para trocar a senha da sua conta no CrmVoip. Se foi você, abra este endereço em até 1 hora:

        {link}

        O endereço serve uma única vez. Se não foi você, ignore esta mensagem: sua senha continua a mesma.
        """;
}
