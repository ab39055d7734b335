using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Conta;

/// <summary>Mails the link to the account of that address, if there is one and it has not asked too often.</summary>
public sealed class EnviarLinkDeSenha(
    UserManager<Usuario> usuarios, ContasDbContext db, LinkDeSenha links, ICorreio correio, RegistroDeConta registro, TimeProvider relogio)
{
    public const int PorHora = 3;

    public async Task ExecutarAsync(PedidoDeRecuperacao pedido, CancellationToken ct)
    {
        if (await usuarios.FindByEmailAsync(pedido.Email) is not { Email: { } email } usuario || await DemaisAsync(usuario.Id, ct))
        {
            return;
        }

        await registro.GravarAsync(new EventoDeConta(usuario.Id, Acoes.Conta.RecuperacaoPedida) { Ip = pedido.Ip, Agente = pedido.Agente }, ct);
        if (links.Criar(usuario, TokenDeSenha.ValidadePadrao) is { } link)
        {
            await correio.EnviarAsync(new Mensagem(email, "Trocar a senha do CrmVoip", Texto(usuario, link)), ct);
        }
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
        Olá, {usuario.Nome}.

        Alguém pediu para trocar a senha da sua conta no CrmVoip. Se foi você, abra este endereço em até 1 hora:

        {link}

        O endereço serve uma única vez. Se não foi você, ignore esta mensagem: sua senha continua a mesma.
        """;
}
