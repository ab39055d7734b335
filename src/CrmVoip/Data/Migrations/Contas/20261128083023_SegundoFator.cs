using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>The app that makes codes, recovery codes and passkeys of an account.</summary>
    public partial class SegundoFator : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "autenticadores",
                columns: table => new
                {
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    segredo = table.Column<string>(type: "text", nullable: false),
                    ultimo_passo = table.Column<long>(type: "bigint", nullable: true),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ligado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_autenticadores", x => x.usuario_id);
                    table.ForeignKey(
                        name: "fk_autenticadores_usuarios_usuario_id",
                        column: x => x.usuario_id,
                        principalTable: "usuarios",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chaves_de_acesso",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    usada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dados = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chaves_de_acesso", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_chaves_de_acesso_usuarios_user_id",
                        column: x => x.user_id,
                        principalTable: "usuarios",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "codigos_de_recuperacao",
                columns: table => new
                {
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resumo = table.Column<byte[]>(type: "bytea", nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    usado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codigos_de_recuperacao", x => new { x.usuario_id, x.resumo });
                    table.ForeignKey(
                        name: "fk_codigos_de_recuperacao_usuarios_usuario_id",
                        column: x => x.usuario_id,
                        principalTable: "usuarios",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_chaves_de_acesso_user_id",
                table: "chaves_de_acesso",
                column: "user_id");

            migrationBuilder.Conceder("crm_auth", "select, insert, update, delete", "autenticadores", "chaves_de_acesso", "codigos_de_recuperacao");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "autenticadores");

            migrationBuilder.DropTable(
                name: "chaves_de_acesso");

            migrationBuilder.DropTable(
                name: "codigos_de_recuperacao");
        }
    }
}
