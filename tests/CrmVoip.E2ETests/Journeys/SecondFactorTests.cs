using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using CrmVoip.Hosting.Demonstracao;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>Signing in with more than a password, on the name that passkeys are bound to.</summary>
public sealed class SecondFactorTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Senha = "canoa verde no rio calmo";

    [Fact]
    public Task A_passkey_is_made_named_and_opens_the_account_without_password() => ComProvasAsync(async () =>
    {
        var sessao = await AbrirAsync();
        var pagina = sessao.Pagina;
        await ComAutenticadorAsync(sessao);
        await new EntrarPagina(pagina).EntrarAsync(Pessoa.Bruno);
        await pagina.GotoAsync("/conta/seguranca");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Chaves de acesso" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Incluir uma chave" }).ClickAsync();
        await Expect(pagina.GetByText("Chave de acesso incluída.")).ToBeVisibleAsync();

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Renomear" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "name of a passkey");
        await pagina.GetByLabel("Nome da chave").FillAsync("Chave do Bruno");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Row, new() { Name = "Chave do Bruno" })).ToContainTextAsync("Nunca");
        await AccessibilityTests.SemBarreirasAsync(pagina, "passkeys");

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Sair" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar com uma chave de acesso" }).ClickAsync();
        var quadro = new QuadroPagina(pagina);
        await quadro.EsperarAsync();

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" }).ClickAsync();
        var dialogo = pagina.GetByRole(AriaRole.Dialog);
        await dialogo.GetByLabel("Título").FillAsync("Usina de quem tem chave");
        await dialogo.GetByLabel("Nome do contato").FillAsync("Contato de quem tem chave");
        await sessao.Contexto.ClearCookiesAsync();
        await dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Usar uma chave de acesso" }).ClickAsync();
        await new DetalhesPagina(pagina).EsperarAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(quadro.Coluna("Novo").GetByRole(AriaRole.Link, new() { Name = "Usina de quem tem chave" })).ToHaveCountAsync(1);

        await pagina.GotoAsync("/conta/provar?ReturnUrl=/conta/seguranca/chaves");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Usar chave de acesso" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Row, new() { Name = "Chave do Bruno" })).Not.ToContainTextAsync("Nunca");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Remover" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "removing a passkey");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Remover" }).ClickAsync();
        await Expect(pagina.GetByText("Chave de acesso removida.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task By_its_number_the_address_serves_everything_but_passkeys_and_says_where_they_work() => ComProvasAsync(async () =>
    {
        var sessao = await AbrirAsync();
        var pagina = sessao.Pagina;
        await pagina.GotoAsync(new Uri(Ambiente.EnderecoEmNumeros, "/conta/entrar").ToString());
        await Expect(pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar com uma chave de acesso" })).ToHaveCountAsync(0);
        await pagina.GetByLabel("E-mail").FillAsync(Pessoa.Bruno);
        await pagina.GetByLabel("Senha").FillAsync(Elenco.Senha);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await new QuadroPagina(pagina).EsperarAsync();
        await pagina.GotoAsync(new Uri(Ambiente.EnderecoEmNumeros, "/conta/seguranca/chaves").ToString());
        await Expect(pagina.GetByRole(AriaRole.Main)).ToContainTextAsync($"funcionam em {Ambiente.Endereco.GetLeftPart(UriPartial.Authority)}");
    });

    [Fact]
    public Task The_app_is_set_up_and_its_code_asked_for_after_the_password() => ComProvasAsync(async () =>
    {
        var marca = Guid.NewGuid().ToString("N")[..8];
        var sessao = await AbrirAsync();
        var pagina = sessao.Pagina;
        var email = $"{marca}@fatores.example";
        var cadastro = new CadastroPagina(pagina);
        await cadastro.AbrirAsync();
        await cadastro.PreencherAsync("Rosa Prado", email, Senha, $"Fatores {marca}");
        await cadastro.CriarAsync();
        await Expect(pagina).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/o/"));

        await pagina.GotoAsync("/conta/seguranca/duas-etapas");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Ligar" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Img, new() { Name = "Código QR" })).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "setting up the app");
        var segredo = (await pagina.GetByLabel("Não consegue ler?").InputValueAsync()).Replace(" ", "", StringComparison.Ordinal);
        await pagina.GetByLabel("Código do aplicativo").FillAsync(new Totp(Base32Encoding.ToBytes(segredo)).ComputeTotp());
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Ligar" }).ClickAsync();
        await Expect(pagina.Locator(".codigos li")).ToHaveCountAsync(10);
        await AccessibilityTests.SemBarreirasAsync(pagina, "recovery codes");
        var recuperacao = await pagina.Locator(".codigos li").First.TextContentAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Já guardei, continuar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Desligar" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "switching the second factor off");

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Sair" }).ClickAsync();
        await pagina.GetByLabel("E-mail").FillAsync(email);
        await pagina.GetByLabel("Senha").FillAsync(Senha);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await Expect(pagina.GetByLabel("Código")).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "code at sign-in");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Usar um código de recuperação" }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "recovery code at sign-in");
        await pagina.GetByLabel("Código de recuperação").FillAsync(recuperacao!);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await Expect(pagina).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/o/"));
    });

    /// <summary>A device that has passkeys and whose person always agrees.</summary>
    private static async Task ComAutenticadorAsync(Sessao sessao)
    {
        var cdp = await sessao.Contexto.NewCDPSessionAsync(sessao.Pagina);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
